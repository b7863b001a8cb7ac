"""Readers: as many browsers at once as are asked for, each opening a page over and over on a line of its own.

Run as a program of its own, so that it takes no time from the server: ``readers.py PORT PATH READERS TIMES`` writes the
seconds that all of it took.
"""

from __future__ import annotations

import asyncio
import sys
import time


async def read(port: int, asked: bytes, *, times: int, begin: asyncio.Event) -> None:
    """Open a page so many times, one after the other."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await begin.wait()
    for _ in range(times):
        writer.write(asked)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200 "):
            raise ValueError(head.partition(b"\r\n")[0])
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(int(length.partition(b":")[2]))
    writer.close()


async def main(port: int, path: str, *, readers: int, times: int) -> float:
    """Seconds from when all lines stand until the last page has come."""
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    begin = asyncio.Event()
    tasks = [asyncio.create_task(read(port, asked, times=times, begin=begin)) for _ in range(readers)]
    await asyncio.sleep(1)
    begun = time.perf_counter()
    begin.set()
    await asyncio.gather(*tasks)
    return time.perf_counter() - begun


if __name__ == "__main__":
    number, where, many, often = sys.argv[1:]
    print(asyncio.run(main(int(number), where, readers=int(many), times=int(often))))
