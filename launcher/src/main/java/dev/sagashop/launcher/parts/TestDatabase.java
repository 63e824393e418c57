package dev.sagashop.launcher.parts;

/** A fresh, empty database and the role that owns it. */
public record TestDatabase(String jdbcUrl, String username, String password) {}
