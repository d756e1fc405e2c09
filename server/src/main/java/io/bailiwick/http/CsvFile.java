package io.bailiwick.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A list as CSV (RFC 4180), sent piece by piece. Several values of a field stand in one cell, separated by `; `. What a
 * spreadsheet would take for a formula gets an apostrophe in front, and so does what begins with one: taking away one
 * leading apostrophe gives back every text exactly.
 */
public final class CsvFile {
    /** Spreadsheets take a file without it for one of the local code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String RISKY = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvFile() {}

    /** Who opens the file: people do so in a spreadsheet. */
    public enum Reader {
        PEOPLE,
        SCRIPTS
    }

    /**
     * Sends a file.
     *
     * @param name as which it is saved
     * @param columns the names of the columns
     * @param pieces what is in it; each piece is out of the door before the next is asked for
     * @param cells the cells of one of them, in the order of the columns
     */
    public static <T> void send(
            HttpServletResponse response,
            String name,
            Reader reader,
            List<String> columns,
            Iterator<List<T>> pieces,
            Function<T, List<String>> cells)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        var out = response.getWriter();
        out.write(reader == Reader.PEOPLE ? BYTE_ORDER_MARK : "");
        var printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(columns.toArray(String[]::new))
                        .get());
        while (pieces.hasNext()) {
            for (var each : pieces.next()) {
                printer.printRecord(cells.apply(each));
            }
            printer.flush();
        }
        printer.flush();
    }

    /** A text that no spreadsheet takes for a formula. */
    public static String safe(String text) {
        return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Several values in one cell. */
    public static String joined(List<String> values) {
        return safe(String.join("; ", values));
    }
}
