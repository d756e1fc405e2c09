/** The access model as a pure library: no dependency, clock, I/O or logging. */
module io.bailiwick.engine {
    requires static org.jspecify;

    exports io.bailiwick.model;
    exports io.bailiwick.engine;
}
