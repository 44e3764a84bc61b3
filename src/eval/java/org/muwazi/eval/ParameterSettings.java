package org.muwazi.eval;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.muwazi.align.AlignmentParameters;

/** Alignment parameters by name, for searches and for leaving one part out. */
final class ParameterSettings {

    private ParameterSettings() {}

    /** The same parameters with one of them changed; whole numbers are rounded. */
    static AlignmentParameters with(AlignmentParameters parameters, String name, double value) {
        RecordComponent[] components = AlignmentParameters.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        boolean known = false;
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i], parameters);
            if (components[i].getName().equals(name)) {
                known = true;
                if (types[i] == int.class) {
                    values[i] = (int) Math.round(value);
                } else {
                    values[i] = value;
                }
            }
        }
        if (!known) {
            throw new IllegalArgumentException(
                    "no parameter " + name + " among " + Arrays.toString(components));
        }
        try {
            return AlignmentParameters.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name + " cannot be " + value, e);
        }
    }

    private static Object value(RecordComponent component, AlignmentParameters parameters) {
        try {
            return component.getAccessor().invoke(parameters);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }
}
