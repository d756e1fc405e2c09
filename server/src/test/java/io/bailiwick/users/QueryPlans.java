package io.bailiwick.users;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Explains every query with its values, on the connection and in the transaction that runs it. */
public final class QueryPlans implements QueryExecutionListener {
    /** A node that ran; those that hand rows on, or read only where rows are, are no scans. */
    private static final Pattern NODE = Pattern.compile(
            "^ *(-> +)?(?<scan>(Index|Index Only|Bitmap Heap|Seq) Scan)?[^(]*\\(cost=.*\\(actual .*rows=(?<rows>[0-9.]+)"
                    + " loops=(?<loops>[0-9]+)\\)");

    private static final Pattern REMOVED = Pattern.compile("Rows Removed by [A-Za-z ]+: (?<rows>[0-9]+)");

    private final List<String> plans = new ArrayList<>();

    /** The same database, watched from now on. */
    public DataSource watch(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    /** The plans since the last time, each below its query. */
    public List<String> taken() {
        var taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    /** How many rows a plan read from tables and indexes, whether it kept them or not. */
    public static long rowsRead(String plan) {
        var read = 0.0;
        var turns = 0.0;
        for (var line : plan.lines().toList()) {
            var node = NODE.matcher(line);
            var removed = REMOVED.matcher(line);
            if (node.find()) {
                turns = node.group("scan") == null ? 0 : Double.parseDouble(node.group("loops"));
                read += turns * Double.parseDouble(node.group("rows"));
            } else if (removed.find()) {
                read += turns * Long.parseLong(removed.group("rows"));
            }
        }
        return Math.round(read);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (var query : queries) {
            var start = query.getQuery().strip().toLowerCase(Locale.ROOT);
            if ((start.startsWith("select") || start.startsWith("with")) && !start.contains("set_config")) {
                plans.add(explain(execution, query));
            }
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    private static String explain(ExecutionInfo execution, QueryInfo query) {
        try (var statement =
                execution.getStatement().getConnection().prepareStatement("explain (analyze) " + query.getQuery())) {
            for (var set : query.getParametersList().getFirst()) {
                PreparedStatement.class
                        .getMethod(set.getMethod().getName(), set.getMethod().getParameterTypes())
                        .invoke(statement, set.getArgs());
            }
            var plan = new StringBuilder(query.getQuery()).append('\n');
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
