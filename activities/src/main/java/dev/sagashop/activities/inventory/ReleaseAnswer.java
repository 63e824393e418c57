package dev.sagashop.activities.inventory;

/**
 * @param unitsReturned how many units this or an earlier release of the order gave back; zero when
 *     it held none
 */
public record ReleaseAnswer(int unitsReturned) {}
