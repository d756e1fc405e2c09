package io.bailiwick.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.bailiwick.guard.Guard;
import io.bailiwick.http.ErrorPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the kit together. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FlashArgumentResolver());
    }

    @Bean
    static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, UiConfiguration.class.getClassLoader(), "io.bailiwick.templates");
    }

    @Bean
    static Parts parts(TemplateEngine engine) {
        return new Parts(engine);
    }

    @Bean
    static Assets assets() {
        return Assets.load();
    }

    /** Every module's file under {@code messages/}; a translation is the same name with a language behind it. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:/messages/*.properties");
        var names = Stream.of(found)
                .map(file -> Optional.ofNullable(file.getFilename()).orElse(""))
                .filter(name -> !name.contains("_"))
                .map(name -> "messages/" + name.replace(".properties", ""))
                .distinct()
                .toArray(String[]::new);
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(names);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    static Phrases phrases(MessageSource messages) {
        return new Phrases(messages);
    }

    @Bean
    static Timekeeper timekeeper(MessageSource messages, ObjectProvider<Clock> clock) {
        return new Timekeeper(messages, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    static Uis uis(
            MessageSource messages,
            Guard guard,
            AccountNames accounts,
            ObjectProvider<NavItem> items,
            Assets assets,
            Timekeeper timekeeper,
            ObjectProvider<Notices> notices) {
        return new Uis(
                messages,
                new Viewers(guard, accounts),
                new Navigation(items.stream().toList()),
                assets,
                timekeeper,
                notices.orderedStream().toList());
    }

    @Bean
    static JteViewResolver jteViewResolver(TemplateEngine engine, Uis uis) {
        return new JteViewResolver(engine, uis);
    }

    @Bean
    static ErrorPages errorPages(JteViewResolver views) {
        return new KitErrorPages(views);
    }

    @Bean
    static HandlerMapping assetMapping(Assets assets) {
        return new SimpleUrlHandlerMapping(Map.of("/assets/**", new AssetHandler(assets)), -1);
    }
}
