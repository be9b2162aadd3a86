#!/usr/bin/env python3
"""A mail server that keeps one line for each mail it takes, and sends none: smtp-sink.py PORT FILE."""
import asyncio, re, sys


async def serve(reader, writer):
    async def say(text):
        writer.write(text.encode() + b"\r\n")
        await writer.drain()

    await say("220 sink")
    while line := await reader.readline():
        verb = line[:4].upper()
        if verb == b"EHLO" or verb == b"HELO":
            await say("250 sink")
        elif verb == b"DATA":
            await say("354 go on")
            lines = []
            while (part := await reader.readline()) not in (b".\r\n", b""):
                lines.append(part)
            if part == b"":
                return
            found = re.search(rb"^Message-I[Dd]:\s*(\S+)", b"".join(lines), re.M)
            with open(sys.argv[2], "a", encoding="utf-8") as out:
                out.write((found.group(1).decode() if found else "?") + "\n")
            await say("250 taken")
        elif verb == b"QUIT":
            await say("221 bye")
            break
        else:
            await say("250 ok")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", int(sys.argv[1]))
    async with server:
        await server.serve_forever()


asyncio.run(main())
