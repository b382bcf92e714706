"""Writes the logs that reading is measured on, byte for byte as PyTorch's SummaryWriter and pandas write them.

    make_logs.py runs FOLDER    100 runs of 10 tags and 1,000 steps
    make_logs.py long FOLDER    one run of 1 tag and 5,000,000 steps
    make_logs.py csv FOLDER     100 tables of 1,000 rows and 10 metrics
    make_logs.py check FOLDER   holds the bytes against SummaryWriter's

SummaryWriter takes two minutes for five million points, so records are made by NumPy, all of one length at a time.
"""
import pathlib
import sys

import numpy as np

TABLE = np.zeros(256, dtype=np.uint32)
for byte in range(256):
    remainder = byte
    for _ in range(8):
        remainder = remainder >> 1 ^ (0x82F63B78 if remainder & 1 else 0)
    TABLE[byte] = remainder


def masked_crc(rows):
    """The masked CRC-32C of each row of bytes."""
    crc = np.full(len(rows), 0xFFFFFFFF, dtype=np.uint32)
    for column in rows.T:
        crc = crc >> np.uint32(8) ^ TABLE[(crc ^ column) & np.uint32(0xFF)]
    crc = ~crc
    return (crc >> np.uint32(15) | crc << np.uint32(17)) + np.uint32(0xA282EAD8)


def framed(payloads):
    """Rows of equal length as records, in order."""
    count, size = payloads.shape
    records = np.zeros((count, size + 16), dtype=np.uint8)
    records[:, :8] = np.frombuffer(np.uint64(size).tobytes(), dtype=np.uint8)
    records[:, 8:12] = np.frombuffer(masked_crc(records[:1, :8]).tobytes(), dtype=np.uint8)
    records[:, 12:-4] = payloads
    records[:, -4:] = masked_crc(payloads).view(np.uint8).reshape(-1, 4)
    return records.tobytes()


def varint(numbers, size):
    """Numbers as varints of one length."""
    parts = [(numbers >> np.uint64(7 * i) & np.uint64(0x7F)) | np.uint64(0x80 if i + 1 < size else 0)
             for i in range(size)]
    return np.stack(parts, axis=1).astype(np.uint8)


def scalars(tags, steps, values, wall_times):
    """Records of one scalar each: all tags of the first step, then of the next."""
    result = []
    sizes = np.maximum(1, (np.frexp(steps.astype(np.float64))[1] + 6) // 7)
    for size in np.unique(np.where(steps == 0, 0, sizes)):
        chosen = (steps > 0) & (sizes == size) if size else steps == 0
        rows = []
        for tag, column in zip(tags, values.T):
            name = np.frombuffer(tag.encode(), dtype=np.uint8)
            count = int(chosen.sum())
            fixed = lambda data: np.broadcast_to(np.frombuffer(bytes(data), dtype=np.uint8), (count, len(data)))
            parts = [fixed([0x09]), wall_times[chosen].view(np.uint8).reshape(-1, 8)]
            if size:
                parts += [fixed([0x10]), varint(steps[chosen].astype(np.uint64), int(size))]
            parts += [fixed([0x2A, len(name) + 9, 0x0A, len(name) + 7, 0x0A, len(name)]),
                      np.broadcast_to(name, (count, len(name))), fixed([0x15]),
                      column[chosen].astype(np.float32).view(np.uint8).reshape(-1, 4)]
            rows.append(np.concatenate(parts, axis=1))
        result.append(framed(np.stack(rows, axis=1).reshape(-1, rows[0].shape[1])))
    return b"".join(result)


def event_file(folder, tags, steps, values, wall_times):
    folder.mkdir(parents=True)
    version = b"\x09" + np.float64(wall_times[0]).tobytes() + b"\x1a\x0dbrain.Event:2"
    head = framed(np.frombuffer(version, dtype=np.uint8)[None, :])
    (folder / "events.out.tfevents.1700000000.host.1.0").write_bytes(head + scalars(tags, steps, values, wall_times))


def curves(count, tags, seed):
    steps = np.arange(count)
    noise = np.random.default_rng(seed).random((count, tags))
    return steps, np.exp(-steps / count * 3)[:, None] + 0.1 * noise, 1.7e9 + steps * 0.5 + seed


def main():
    kind, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if kind == "runs":
        for run in range(100):
            event_file(folder / f"run-{run:03d}", [f"metrics/tag_{i}" for i in range(10)], *curves(1000, 10, run))
    elif kind == "long":
        event_file(folder / "run", ["train/loss"], *curves(5_000_000, 1, 0))
    elif kind == "csv":
        import pandas
        folder.mkdir(parents=True)
        for run in range(100):
            steps, values, _ = curves(1000, 10, run)
            table = pandas.DataFrame(values, columns=[f"metric_{i}" for i in range(10)])
            table.insert(0, "step", steps)
            table.to_csv(folder / f"run-{run:03d}.csv", index=False)
    elif kind == "check":
        from torch.utils.tensorboard import SummaryWriter
        steps, values, times = curves(300, 2, 1)
        event_file(folder / "ours", ["a/b", "c/d"], steps, values, times)
        with SummaryWriter(folder / "theirs") as writer:
            for step, row, time in zip(steps.tolist(), values.tolist(), times.tolist()):
                for tag, value in zip(["a/b", "c/d"], row):
                    writer.add_scalar(tag, value, step, walltime=time)
        ours, theirs = (next((folder / side).iterdir()).read_bytes()[40:] for side in ("ours", "theirs"))
        # SummaryWriter puts a second record before its scalars; the end of both files is the same.
        assert theirs.endswith(ours), "the bytes are not those of SummaryWriter"
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
