package org.muwazi.text;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a number was made: name, settings in alphabetical order, version. No number leaves the
 * toolkit without one.
 *
 * <p>Written as sacreBLEU writes its own: {@code name|key:value|key:value|version:v}.
 *
 * @param name the method
 * @param settings what changes the result, nothing else
 * @param version of the toolkit or of the method
 */
public record Signature(String name, Map<String, String> settings, String version) {

    /** Copies the settings into alphabetical order. */
    public Signature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** {@code name|key:value|...|version:v}. */
    @Override
    public String toString() {
        String middle =
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + ":" + setting.getValue() + "|")
                        .collect(Collectors.joining());
        return name + "|" + middle + "version:" + version;
    }
}
