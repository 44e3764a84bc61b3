package org.muwazi.mine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.muwazi.work.WorkFolder;

/**
 * The state of a search on disk: the sources that are done and both tables. Written beside its
 * place and renamed, closed by a checksum.
 */
final class SearchCheckpoint {

    private final Path file;
    private final String signature;
    private final boolean within;
    private final MiningListener listener;

    /**
     * A place for the state.
     *
     * @param signature of vectors and settings; a state with another one is not used
     * @param within true for a search within one collection
     */
    SearchCheckpoint(Path file, String signature, boolean within, MiningListener listener) {
        this.file = file;
        this.signature = signature;
        this.within = within;
        this.listener = listener;
    }

    boolean within() {
        return within;
    }

    void save(int done, NeighbourTable forward, NeighbourTable backward) throws IOException {
        WorkFolder.replace(
                file,
                out -> {
                    CheckedOutputStream checked =
                            new CheckedOutputStream(
                                    new BufferedOutputStream(out, 1 << 16), new CRC32());
                    DataOutputStream data = new DataOutputStream(checked);
                    data.writeUTF(signature);
                    data.writeInt(done);
                    write(forward, done, data);
                    write(backward, backward.rows(), data);
                    data.writeLong(checked.getChecksum().getValue());
                    data.flush();
                });
    }

    private static void write(NeighbourTable table, int rows, DataOutputStream data)
            throws IOException {
        for (int i = 0; i < rows * table.each(); i++) {
            data.writeInt(table.neighbourArray()[i]);
            data.writeFloat(table.similarityArray()[i]);
        }
    }

    /**
     * Fills both tables with what was kept.
     *
     * @return sources that are done; 0 where nothing was kept or it does not fit
     */
    int restore(NeighbourTable forward, NeighbourTable backward) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        CheckedInputStream checked =
                new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32());
        try (DataInputStream data = new DataInputStream(checked)) {
            if (!data.readUTF().equals(signature)) {
                listener.say(file + " is of other sentences or settings; searching from the start");
                return 0;
            }
            // Nothing is taken over before the checksum was seen.
            int done = data.readInt();
            NeighbourTable kept = new NeighbourTable(forward.rows(), forward.each());
            NeighbourTable keptBack = new NeighbourTable(backward.rows(), backward.each());
            read(kept, done, data);
            read(keptBack, backward.rows(), data);
            long sum = checked.getChecksum().getValue();
            if (data.readLong() == sum) {
                copy(kept, forward);
                copy(keptBack, backward);
                listener.say("going on with the search after " + done + " of " + forward.rows());
                return done;
            }
        } catch (EOFException | IndexOutOfBoundsException | java.io.UTFDataFormatException e) {
            // Said below, as for a wrong checksum.
            listener.say(file + " ends early; searching from the start");
            return 0;
        }
        listener.say(file + " is damaged; searching from the start");
        return 0;
    }

    private static void read(NeighbourTable table, int rows, DataInputStream data)
            throws IOException {
        for (int i = 0; i < rows * table.each(); i++) {
            table.neighbourArray()[i] = data.readInt();
            table.similarityArray()[i] = data.readFloat();
        }
    }

    private static void copy(NeighbourTable from, NeighbourTable to) {
        System.arraycopy(
                from.neighbourArray(), 0, to.neighbourArray(), 0, from.rows() * from.each());
        System.arraycopy(
                from.similarityArray(), 0, to.similarityArray(), 0, from.rows() * from.each());
    }
}
