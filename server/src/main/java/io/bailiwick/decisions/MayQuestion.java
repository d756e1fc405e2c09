package io.bailiwick.decisions;

/**
 * Who may do something in an area.
 *
 * @param area the area's id, or `<application key>/<name>`
 * @param action the action's word
 * @param partner the key or id of the partner whose data is concerned; empty when it is nobody's, or a collection
 */
public record MayQuestion(String area, String action, String partner) {}
