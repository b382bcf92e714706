#!/usr/bin/env python3
"""Writes the seeds from which the fuzzer begins, a folder a target: `Fuzz/make_seeds.py Fuzz/Seeds`."""
import gzip
import io
import json
import pathlib
import struct
import sys
import tarfile
import zipfile


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return struct.pack("<I", ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def frame(payload):
    length = struct.pack("<Q", len(payload))
    return length + masked(length) + payload + masked(payload)


def field(number, content):
    return bytes([number << 3 | 2, len(content)]) + content


def event(step, *values):
    return b"\x09" + struct.pack("<d", 1.7e9 + step) + bytes([0x10, step]) + field(5, b"".join(field(1, v) for v in values))


def plugin(name, content=b""):
    return field(9, field(1, field(1, name) + (field(2, content) if content else b"")))


simple = field(1, b"loss") + b"\x15" + struct.pack("<f", 0.5)
floats = field(1, b"acc") + field(8, b"\x08\x01" + field(5, struct.pack("<f", 0.25))) + plugin(b"scalars")
content = field(1, b"acc") + field(8, b"\x08\x01" + field(2, b"") + field(4, struct.pack("<f", 2))) + plugin(b"scalars")
double = field(1, b"d") + field(8, b"\x08\x02" + field(6, struct.pack("<d", 0.1))) + plugin(b"scalars")
text = field(1, b"note/text_summary") + field(8, b"\x08\x07" + field(2, field(2, b"\x08\x01")) + field(8, b"hello")) + plugin(b"text")
hparams = field(1, b"_hparams_/session_start_info") + plugin(
    b"hparams", field(3, field(1, field(1, b"units") + field(2, b"\x11" + struct.pack("<d", 10))) + field(4, b"group")))
EVENTS = [
    b"\x09" + struct.pack("<d", 1.7e9) + field(3, b"brain.Event:2"), b"\x10\x02" + field(7, b"\x08\x01"),
    event(1, simple), event(2, simple, floats, content), event(3, double), event(4, text), event(0, hparams)]


def npy(values, descriptor, shape):
    header = f"{{'descr': '{descriptor}', 'fortran_order': False, 'shape': {shape}, }}"
    header += " " * (63 - (10 + len(header)) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + values


def npz():
    import pickle
    lists = pickle.dumps([[1, 2, 3], [4, 500]], protocol=2)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for split in ("train", "test"):
            archive.writestr(f"x_{split}.npy", npy(lists, "|O", "(2,)"))
            archive.writestr(f"y_{split}.npy", npy(struct.pack("<2q", 0, 1), "<i8", "(2,)"))
    return buffer.getvalue()


def tar():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in ("train/pos/0.txt", "train/neg/" + "n" * 120 + ".txt", "../evil"):
            entry = tarfile.TarInfo(name)
            entry.size = 5
            archive.addfile(entry, io.BytesIO(b"words"))
    return buffer.getvalue()


TENSORS = json.dumps({"__metadata__": {"epoch": "3"}, "w": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]}})
MANIFEST = {
    "name": "a", "status": "finished", "startTime": "2026-01-31T09:05:00.250Z", "config": {"cell": "lstm", "o": {"r": 1e-3}},
    "metrics": {"loss": {"direction": "min", "best": 0.1, "bestStep": 3, "last": "NaN"}}, "seed": 1, "formatVersion": 1,
    "environment": {"processorCount": 2}, "tables": [{"slug": "t", "caption": "c"}]}
CSV = "step,wall_time,loss,\"val,loss\"\r\n1,1.7e9,0.5,\r\n2,1700000001.5,NA,inf\r\n1,,nan,1e-3\r\n"
LINES = '{"config": {"a": [1, true, null]}}\n{"step": 1, "loss": 0.5, "val": {"loss": NaN}}\n{"step": 2, "loss": -Infinity}\n'
STATE = json.dumps({"log_history": [{"step": 1, "epoch": 0.5, "loss": 2.5}, {"step": 2, "eval_loss": 1}], "max_steps": 9})
YAML = "batch_size: 32\nname: 'a b'\nopt:\n  lr: 1.0e-3\n  on: true\nlist: [1, 2]\nnone: null\ninf: .inf\n"

SEEDS = {
    "events": [b"".join(map(frame, EVENTS)), b"".join(map(frame, EVENTS))[:-3]],
    "payloads": [b"".join(bytes([len(e)]) + e for e in EVENTS)] + [bytes([len(e)]) + e for e in EVENTS],
    "manifest": [json.dumps(MANIFEST).encode()],
    "csv-table": [CSV.encode(), b"a;b\n"],
    "csv-log": [CSV.encode(), b"epoch;loss\n0;0.5\n1;0.25\nepoch;loss\n0;1\n"],
    "json-log": [LINES.encode(), b'[{"step": 1, "a": 1}]'],
    "log": [LINES.encode(), STATE.encode(), CSV.encode()],
    "yaml": [YAML.encode()],
    "gzip": [gzip.compress(CSV.encode(), mtime=0), gzip.compress(b"", mtime=0) * 2],
    "safetensors": [struct.pack("<Q", len(TENSORS)) + TENSORS.encode() + struct.pack("<4f", 1, 2, 3, 4)],
    "npy": [npy(struct.pack("<2q", 0, 1), "<i8", "(2,)")],
    "npz": [npz()],
    "tar": [tar()],
    "tar-gzip": [gzip.compress(tar(), mtime=0)],
    "tokenizer": ["The film, was <br /> LOVELY! Ünïcode 한글 ﬁ".encode(), b"\xff\xfe a"],
}

for target, seeds in SEEDS.items():
    folder = pathlib.Path(sys.argv[1], target)
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"{number}").write_bytes(seed)
