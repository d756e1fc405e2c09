package io.bailiwick.groups;

import io.bailiwick.ui.Confirmation.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at before a group is saved.
 *
 * @param title what the page is called
 * @param differences what would be other, in words
 * @param misfits what of an undone change fits no more, in sentences
 * @param closing the names of the areas that close, when the first rule switches the defaults off
 * @param warning what opens without saying so, in a sentence; null when nothing
 * @param opens the same by area
 * @param action where it is posted
 * @param fields what is posted
 * @param back where it leads without saving
 */
public record Review(
        Groups.Rehearsal rehearsal,
        String title,
        List<GroupDifference> differences,
        List<String> misfits,
        List<String> closing,
        @Nullable String warning,
        List<String> opens,
        String action,
        List<Field> fields,
        String back) {
    public Review {
        differences = List.copyOf(differences);
        misfits = List.copyOf(misfits);
        closing = List.copyOf(closing);
        opens = List.copyOf(opens);
        fields = List.copyOf(fields);
    }
}
