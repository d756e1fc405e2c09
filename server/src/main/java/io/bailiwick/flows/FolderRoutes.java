package io.bailiwick.flows;

import io.bailiwick.flows.Configuration.Point;
import io.bailiwick.flows.Folders.Side;
import io.bailiwick.kernel.AccountId;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileConfiguration;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parts of an engine that have to do with folders, each a file endpoint of Camel. */
@Component
class FolderRoutes {
    /** Routes that receive have ids that begin so. */
    static final String RECEIVE = "receive-";

    private static final int THREADS = 2;
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final Comparator<GenericFile<File>> OLDEST_FIRST = Comparator.<GenericFile<File>>comparingLong(
                    GenericFile::getLastModified)
            .thenComparing(GenericFile::getFileNameOnly);

    private final Folders folders;
    private final FileReceiving receiving;
    private final FlowSettings settings;

    FolderRoutes(Folders folders, FileReceiving receiving, FlowSettings settings) {
        this.folders = folders;
        this.receiving = receiving;
        this.settings = settings;
    }

    /**
     * Watches the folders of the access points once the engine starts.
     *
     * @return what is wrong with some of them, in sentences for people
     */
    List<String> watch(CamelContext camel, AccountId account, Configuration configuration) throws Exception {
        var problems = new ArrayList<String>();
        var watched = configuration.watched();
        if (watched.isEmpty()) {
            return problems;
        }
        var threads = camel.getExecutorServiceManager().newScheduledThreadPool(this, "folders", THREADS);
        for (var point : watched) {
            var folder = find(account, Side.IN, point.folder());
            if (folder.isEmpty()) {
                problems.add("No folder is watched: `BAILIWICK_FLOWS_FOLDERS` is not set on the server.");
                return problems;
            }
            var inbox = new Inbox(folder.get());
            try {
                inbox.make();
            } catch (IOException fault) {
                problems.add("The folder of `" + point.name() + "` cannot be used: " + words(fault));
            }
            watch(camel, account, configuration, point, inbox, threads);
        }
        return problems;
    }

    private void watch(
            CamelContext camel,
            AccountId account,
            Configuration configuration,
            Point point,
            Inbox inbox,
            ScheduledExecutorService threads)
            throws Exception {
        var fresh = endpoint(camel, "in-" + point.id(), inbox.folder());
        var left = endpoint(camel, "left-" + point.id(), inbox.folder().child(Inbox.WORK));
        var arrivals = new Stillness(settings.folderQuiet());
        var leftovers = new Stillness(settings.lease());
        fresh.setFilter(arrivals);
        fresh.setSorter(OLDEST_FIRST);
        fresh.setProcessStrategy(new Claims(inbox, arrivals, () -> receiving.isOpen(account, point)));
        left.setFilter(leftovers);
        left.setIncludeHiddenDirs(true);
        left.setProcessStrategy(new Claims.Again(inbox, leftovers));
        for (var endpoint : List.of(fresh, left)) {
            endpoint.setScheduledExecutorService(threads);
            endpoint.setDelay(pause(settings.folderQuiet()).toMillis());
            endpoint.setInitialDelay(0);
            endpoint.setMaxMessagesPerPoll(AT_ONCE);
            endpoint.setEagerMaxMessagesPerPoll(false);
            endpoint.setGreedy(true);
        }
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (var source : List.of(fresh, left)) {
                    from(source)
                            .routeId(RECEIVE + source.getEndpointUri())
                            .process(exchange -> Claims.of(exchange)
                                    .ifPresent(
                                            claimed -> receiving.take(account, configuration, point, inbox, claimed)));
                }
            }
        });
    }

    /** Where files are written that go to an endpoint's folder; empty when folders are not offered. */
    Optional<Drop> drop(CamelContext camel, AccountId account, Configuration.Target to) throws Exception {
        var folder = find(account, Side.OUT, to.folder());
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        var name = "out-" + to.id();
        if (camel.hasEndpoint("file://" + name) instanceof FileEndpoint there) {
            return Optional.of(new Drop(folder.get(), there));
        }
        var endpoint = endpoint(camel, name, folder.get());
        endpoint.setTempFileName(ExpressionBuilder.headerExpression(Drop.TEMPORARY));
        endpoint.setFileExist(GenericFileExist.Fail);
        return Optional.of(new Drop(folder.get(), endpoint));
    }

    private Optional<Folder> find(AccountId account, Side side, @Nullable String name) {
        return name == null ? Optional.empty() : folders.find(account, side, name);
    }

    private static FileEndpoint endpoint(CamelContext camel, String name, Folder folder) throws Exception {
        var uri = "file://" + name;
        var endpoint = new FileEndpoint(uri, camel.getComponent("file", FileComponent.class));
        var configuration = new GenericFileConfiguration();
        configuration.setDirectory(folder.path().toString());
        endpoint.setFile(folder.path().toFile());
        endpoint.setConfiguration(configuration);
        endpoint.setCamelContext(camel);
        endpoint.setAutoCreate(false);
        endpoint.setCopyAndDeleteOnRenameFail(false);
        camel.addEndpoint(uri, endpoint);
        return endpoint;
    }

    private static Duration pause(Duration quiet) {
        var half = quiet.dividedBy(2);
        return half.compareTo(LONGEST_PAUSE) < 0 ? half : LONGEST_PAUSE;
    }

    static String words(IOException fault) {
        return Faults.ofFile(fault) + ".";
    }
}
