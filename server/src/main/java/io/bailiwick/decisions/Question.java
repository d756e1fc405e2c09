package io.bailiwick.decisions;

/**
 * What is asked of an explanation; empty texts are left out. Method, path and address are judged to the letter, as a
 * decision judges them.
 *
 * @param user the user's id or e-mail address
 * @param method the HTTP method
 * @param path the path as on the wire
 * @param address the client's address; without one the network gate is not judged
 * @param partner the key or id of the partner whose data is concerned
 * @param application the application's key or id; the panel itself when empty
 */
public record Question(String user, String method, String path, String address, String partner, String application) {}
