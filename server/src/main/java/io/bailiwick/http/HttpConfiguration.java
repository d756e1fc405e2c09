package io.bailiwick.http;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.type.LogicalType;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PlainNames())
                .excludePathPatterns("/authz/**") // there stands the query of somebody else's request
                .order(Ordered.HIGHEST_PRECEDENCE + 1);
        registry.addInterceptor(new KnownQuery()).order(Ordered.HIGHEST_PRECEDENCE + 2);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IfMatch.Resolver());
        resolvers.add(new PageRequestArgument());
    }

    /**
     * JSON is all that bodies are read from and answers are written in. The library that reads OpenAPI documents brings a
     * reader of YAML along, which Spring takes up by itself: another one, that knows nothing of what is refused below.
     */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(
                each -> each.getSupportedMediaTypes().stream().anyMatch(MediaType.APPLICATION_YAML::includes)));
    }

    @Bean
    WebMvcRegistrations nearHandlers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new NearHandlers();
            }
        };
    }

    /** Unknown fields, doubled fields, trailing text and values of another type are refused. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withCoercionConfig(LogicalType.Boolean, flag -> {
                    asItIsWritten(flag);
                    flag.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                })
                .withCoercionConfig(LogicalType.Integer, HttpConfiguration::asItIsWritten);
    }

    /** Text stands for nothing else, empty text not for what is left out. */
    private static void asItIsWritten(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    @Bean
    JsonFactoryBuilderCustomizer shallowJson() {
        return json -> json.streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
