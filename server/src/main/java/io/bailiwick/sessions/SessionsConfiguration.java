package io.bailiwick.sessions;

import io.bailiwick.http.Refusals;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The filter chain: it tells who is signed in and refuses forged writes. What anybody may do is the guard's matter. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SessionSettings.class)
class SessionsConfiguration {
    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http, SessionContext context, CsrfTokens tokens, CsrfRule rule, CsrfRefusal refusal)
            throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(contexts -> contexts.securityContextRepository(context))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(rule))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(refusal))
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Any method may come in: proxies ask by the method that they are asked by, and handlers name theirs. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedRequests(Refusals refusals) {
        return (request, response, rejected) -> refusals.answer(
                HttpStatus.BAD_REQUEST,
                "The request holds something that no honest browser or script sends: look at its path, headers and"
                        + " parameters for control characters.",
                request,
                response);
    }
}
