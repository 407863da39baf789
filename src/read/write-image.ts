// A part of the build: makes the sieve's image of the program's own literals, so that no run has to.
import { readFileSync, writeFileSync } from "node:fs";
import { createImage } from "../sieve/image.ts";
import { programLiterals } from "./literals.ts";

const folder = new URL("../sieve/", import.meta.url);
writeFileSync(
  new URL("image.bin", folder),
  createImage(readFileSync(new URL("sieve.wasm", folder)), programLiterals()),
);
