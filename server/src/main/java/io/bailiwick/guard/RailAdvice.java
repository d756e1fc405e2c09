package io.bailiwick.guard;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what a guard rail refuses where it leaves a façade, so that no screen that shows it beside its form has to tell
 * of it. It stands around the transaction, which is rolled back by then; what is caught further in was only tried.
 */
final class RailAdvice implements MethodInterceptor {
    private final ObjectProvider<RefusalRecord> record;

    private RailAdvice(ObjectProvider<RefusalRecord> record) {
        this.record = record;
    }

    static DefaultPointcutAdvisor advisor(ObjectProvider<RefusalRecord> record) {
        var advisor = new DefaultPointcutAdvisor(new Facades(), new RailAdvice(record));
        advisor.setOrder(0);
        return advisor;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        } catch (Refusal refusal) {
            if (refusal.decision() != null
                    && !(refusal instanceof Refusal.Denied)
                    && !TransactionSynchronizationManager.isActualTransactionActive()
                    && call.getArguments()[0] instanceof Actor actor) {
                record.ifAvailable(where -> where.refused(actor, refusal));
            }
            throw refusal;
        }
    }

    /** What the façades do for somebody: their public methods whose first argument is who acts. */
    private static final class Facades extends StaticMethodMatcherPointcut {
        private Facades() {
            setClassFilter(type -> type.getName().startsWith("io.bailiwick.")
                    && AnnotationUtils.findAnnotation(type, Service.class) != null);
        }

        @Override
        public boolean matches(Method method, Class<?> target) {
            return Modifier.isPublic(method.getModifiers())
                    && method.getParameterCount() > 0
                    && method.getParameterTypes()[0] == Actor.class;
        }
    }
}
