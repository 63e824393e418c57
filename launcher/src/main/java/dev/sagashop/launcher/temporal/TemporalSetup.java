package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.parts.Part;
import java.util.Optional;

/**
 * The Temporal that this machine can offer.
 *
 * @param server what the services connect to
 * @param ui the Web UI as a part of its own, when there is one
 * @param webUrl where the Web UI is, also when the server brings it along; empty without any
 * @param banner what is missing compared with the real server
 */
public record TemporalSetup(
    Part server, Optional<Part> ui, Optional<String> webUrl, Optional<String> banner) {}
