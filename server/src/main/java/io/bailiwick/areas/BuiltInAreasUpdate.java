package io.bailiwick.areas;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** At start-up, before the first request, brings the built-in areas of those accounts up to date that need it. */
@Component
class BuiltInAreasUpdate implements SmartInitializingSingleton {
    private final BuiltInAreas builtIn;
    private final ApplicationStore applications;

    BuiltInAreasUpdate(BuiltInAreas builtIn, ApplicationStore applications) {
        this.builtIn = builtIn;
        this.applications = applications;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var declared = builtIn.declared();
        applications.declaredOtherwise(declared.digest()).forEach(account -> builtIn.bringUpToDate(account, declared));
    }
}
