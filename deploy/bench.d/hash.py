#!/usr/bin/env python3
"""Prints a password as ASP.NET Core Identity keeps it (format 3, HMAC-SHA512), with the rounds that the application asks for."""
import base64, hashlib, os, struct, sys

ROUNDS = 210_000  # as in IdentitySetup: with fewer, each sign-in would hash the password anew and be slower than it is

salt = os.urandom(16)
key = hashlib.pbkdf2_hmac("sha512", sys.stdin.readline().rstrip("\n").encode(), salt, ROUNDS, 32)
print(base64.b64encode(b"\x01" + struct.pack(">III", 2, ROUNDS, len(salt)) + salt + key).decode())
