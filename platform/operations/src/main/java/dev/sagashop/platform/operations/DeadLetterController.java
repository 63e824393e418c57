package dev.sagashop.platform.operations;

import dev.sagashop.platform.outbox.deadletter.DeadLetter;
import dev.sagashop.platform.outbox.deadletter.DeadLetterDetails;
import dev.sagashop.platform.outbox.deadletter.DeadLetterId;
import dev.sagashop.platform.outbox.deadletter.DeadLetterPage;
import dev.sagashop.platform.outbox.deadletter.DeadLetterResult;
import dev.sagashop.platform.outbox.deadletter.DeadLetters;
import dev.sagashop.platform.outbox.deadletter.Refusal;
import dev.sagashop.platform.outbox.deadletter.StateFilter;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters of all topics, in the one service that looks after them. */
@RestController
@RequestMapping("/operations/dead-letters")
class DeadLetterController {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);
  private static final String ONE = "/{topic}/{partition}/{offset}";

  private final DeadLetters letters;

  DeadLetterController(DeadLetters letters) {
    this.letters = letters;
  }

  /**
   * @param next what to ask for as {@code from} to see more; null on the last page
   */
  record DeadLetterListing(
      List<DeadLetterPage.TopicCounts> topics, List<DeadLetter> letters, @Nullable String next) {}

  @Refuses({404})
  @GetMapping
  DeadLetterListing listDeadLetters(
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(defaultValue = "OPEN") StateFilter state,
      @RequestParam(required = false)
          @Pattern(
              regexp = "[\\w.-]{1,249}/\\d{1,9}/\\d{1,18}",
              message = "must be the 'next' of the page before")
          @Nullable String from,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    DeadLetterPage page =
        asking(
            () ->
                letters
                    .list(topic, state, from == null ? null : DeadLetterId.parse(from), limit)
                    .orElseThrow(
                        () ->
                            Refused.notFound(
                                "DEAD_LETTER_TOPIC_NOT_FOUND",
                                "There is no dead-letter topic '%s'; ask without topic for all."
                                    .formatted(topic))));
    return new DeadLetterListing(
        page.topics(), page.letters(), page.next() == null ? null : page.next().toString());
  }

  @GetMapping(ONE)
  DeadLetterDetails showDeadLetter(
      @PathVariable String topic, @PathVariable int partition, @PathVariable long offset) {
    return answer(asking(() -> letters.find(new DeadLetterId(topic, partition, offset))));
  }

  @Refuses({409})
  @PostMapping(ONE + "/replay")
  DeadLetterDetails replayDeadLetter(
      @PathVariable String topic,
      @PathVariable int partition,
      @PathVariable long offset,
      @Valid @RequestBody OperatorAction request,
      @AuthenticationPrincipal Jwt token) {
    var id = new DeadLetterId(topic, partition, offset);
    return answer(asking(() -> letters.replay(id, request.by(token), request.isAgain())));
  }

  @Refuses({409})
  @PostMapping(ONE + "/discard")
  DeadLetterDetails discardDeadLetter(
      @PathVariable String topic,
      @PathVariable int partition,
      @PathVariable long offset,
      @Valid @RequestBody OperatorAction request,
      @AuthenticationPrincipal Jwt token) {
    var id = new DeadLetterId(topic, partition, offset);
    return answer(asking(() -> letters.discard(id, request.by(token))));
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException error) {
      log.warn("Kafka did not answer an operator: {}", error.toString());
      throw Refused.unavailable(
          "KAFKA_UNAVAILABLE", "Kafka does not answer at the moment; try again.");
    }
  }

  private static DeadLetterDetails answer(DeadLetterResult result) {
    return switch (result) {
      case DeadLetterResult.Done(DeadLetterDetails details) -> details;
      case DeadLetterResult.Missing(String why) ->
          throw Refused.notFound("DEAD_LETTER_NOT_FOUND", why + ".");
      case DeadLetterResult.Refused(Refusal refusal, String why) ->
          throw Refused.conflict("DEAD_LETTER_" + refusal, why + ".");
      case DeadLetterResult.NotSent(String why) ->
          throw Refused.unavailable("REPLAY_NOT_SENT", why + ".");
    };
  }
}
