package org.hearth.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The URL of a PostgreSQL, as its driver or its other programs write it. */
public final class Postgresql {

    private static final String JDBC = "jdbc:";
    private static final String[] SCHEMES = {"postgresql://", "postgres://"};

    private Postgresql() {}

    /** Whether a text is meant as the URL of a PostgreSQL. */
    public static boolean isUrl(String text) {
        String plain = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
        return plain.startsWith(SCHEMES[0]) || plain.startsWith(SCHEMES[1]) || plain.startsWith("postgresql:");
    }

    /**
     * As the driver takes it.
     *
     * @param user whom the URL names before its host, or {@code null}
     * @param password of this user, or {@code null}
     */
    record Address(String jdbc, String user, String password) {

        /** Does not show the password. */
        @Override
        public String toString() {
            return shown(jdbc);
        }
    }

    /**
     * Reads a URL.
     *
     * @param variable the environment variable in which it stands, for the message
     * @throws UnusableDatabaseException if it is none of a PostgreSQL
     */
    static Address address(String url, String variable) throws UnusableDatabaseException {
        if (!isUrl(url)) {
            throw new UnusableDatabaseException("`" + variable + "` is not the URL of a PostgreSQL; write"
                    + " `jdbc:postgresql://host:5432/database?user=...`");
        }
        String plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        try {
            URI uri = new URI(plain);
            String info = uri.getRawUserInfo();
            if (info == null) {
                return new Address(JDBC + plain.replaceFirst("^postgres:", "postgresql:"), null, null);
            }
            int colon = info.indexOf(':');
            String jdbc = JDBC + "postgresql://" + plain.substring(plain.indexOf('@', plain.indexOf("//")) + 1);
            return new Address(
                    jdbc,
                    decoded(colon < 0 ? info : info.substring(0, colon)),
                    colon < 0 ? null : decoded(info.substring(colon + 1)));
        } catch (java.net.URISyntaxException e) {
            throw new UnusableDatabaseException(
                    "`" + variable + "` cannot be read as a URL; write"
                            + " `jdbc:postgresql://host:5432/database?user=...`, with `%` and two digits for what is not plain");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Host and database of a URL: neither user nor password nor anything else that it says. */
    public static String shown(String url) {
        String plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        return plain.replaceFirst("\\?.*$", "").replaceFirst("//.*@", "//").replaceFirst("^postgres:", "postgresql:");
    }
}
