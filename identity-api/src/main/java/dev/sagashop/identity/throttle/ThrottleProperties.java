package dev.sagashop.identity.throttle;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param loginHere failed sign-ins to one account from one address
 * @param loginAnywhere failed sign-ins to one account
 * @param loginsFromAddress failed sign-ins from one address
 * @param registrations from one address
 * @param introspections from one address
 */
@ConfigurationProperties("sagashop.identity.limits")
record ThrottleProperties(
    Allowance loginHere,
    Allowance loginAnywhere,
    Allowance loginsFromAddress,
    Allowance registrations,
    Allowance introspections) {}
