package io.bailiwick.conformance;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as scenario files have it: mappings, lists and text, nothing else ({@code 10.} is a network, not a number). */
final class ScenarioYaml {
    private ScenarioYaml() {}

    static @Nullable Object load(String text) {
        return yaml().load(text);
    }

    static String dump(Object node) {
        return yaml().dump(node);
    }

    private static Yaml yaml() {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        loading.setMaxAliasesForCollections(0);
        var dumping = new DumperOptions();
        dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        dumping.setWidth(1000);
        dumping.setSplitLines(false);
        dumping.setDereferenceAliases(true);
        dumping.setIndicatorIndent(2);
        dumping.setIndentWithIndicator(true);
        return new Yaml(new SafeConstructor(loading), new PlainText(dumping), dumping, loading, new OnlyText());
    }

    private static final class OnlyText extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }

    /** Writes controls as escapes, where the library would turn the whole text into base 64. */
    private static final class PlainText extends Representer {
        PlainText(DumperOptions dumping) {
            super(dumping);
            representers.put(String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
        }

        private static DumperOptions.ScalarStyle style(String text) {
            boolean plain = text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
            return plain ? DumperOptions.ScalarStyle.PLAIN : DumperOptions.ScalarStyle.DOUBLE_QUOTED;
        }
    }
}
