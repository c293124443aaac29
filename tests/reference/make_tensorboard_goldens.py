#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/exchange/tensorboard.tfevents with TensorBoard's own messages and record writer.

Made with tensorboard 2.21.0. Run: make_tensorboard_goldens.py [--read FILE], which instead prints
the scalars of an event file as TensorBoard's own reader sees them.
"""
import argparse
import pathlib

from tensorboard.backend.event_processing.event_file_loader import LegacyEventFileLoader
from tensorboard.compat.proto import event_pb2, summary_pb2
from tensorboard.summary.writer.record_writer import RecordWriter

GOLDEN = pathlib.Path(__file__).parent.parent / "data/exchange/tensorboard.tfevents"
SCALARS = [("train/loss", 1, 1795335067.25, 0.6931471805599453),
           ("train/rewards/chosen", 1, 1795335067.25, -0.125),
           ("train/learning_rate", 300, 1795335070.5, 4.1e-05),
           ("eval/loss", 70000, 1795335099.0, 1e30)]


def write():
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    with GOLDEN.open("wb") as file:
        writer = RecordWriter(file)
        head = event_pb2.Event(wall_time=1795335067.0, file_version="brain.Event:2")
        writer.write(head.SerializeToString())
        for tag, step, time, value in SCALARS:
            scalar = summary_pb2.Summary.Value(tag=tag, simple_value=value)
            event = event_pb2.Event(wall_time=time, step=step,
                                    summary=summary_pb2.Summary(value=[scalar]))
            writer.write(event.SerializeToString())
        writer.flush()


def read(file):
    for event in LegacyEventFileLoader(file).Load():
        for value in event.summary.value:
            print(f"{value.tag}\t{event.step}\t{event.wall_time}\t{value.simple_value!r}")


parser = argparse.ArgumentParser()
parser.add_argument("--read")
arguments = parser.parse_args()
if arguments.read:
    read(arguments.read)
else:
    write()
