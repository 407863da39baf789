// The manifests of winget and Scoop for a release. Neither has been submitted or installed from yet: not run.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "./bundle.js";

const { description, license } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Where the executables are published, for the owner to fill in: WSA_RELEASES=https://… npm run release */
const releases = process.env.WSA_RELEASES ?? "https://releases.example/wsa-annotate";

/** Writes the manifests of the executable for Windows. */
export function writeManifests(folder, { name, sum }) {
  const url = `${releases}/v${version}/${name}`;
  const scoop = {
    version,
    description,
    homepage: releases,
    license,
    architecture: { "64bit": { url: `${url}#/wsa-annotate.exe`, hash: sum } },
    bin: "wsa-annotate.exe",
  };
  writeFileSync(join(folder, "wsa-annotate.scoop.json"), `${JSON.stringify(scoop, null, 2)}\n`);
  const winget = {
    PackageIdentifier: "wsa-annotate.wsa-annotate",
    PackageVersion: version,
    PackageLocale: "en-US",
    Publisher: "wsa-annotate",
    PackageName: "wsa-annotate",
    License: license,
    ShortDescription: description,
    Installers: [
      {
        Architecture: "x64",
        InstallerType: "portable",
        InstallerUrl: url,
        InstallerSha256: sum.toUpperCase(),
        Commands: ["wsa-annotate"],
      },
    ],
    ManifestType: "singleton",
    ManifestVersion: "1.6.0",
  };
  // JSON is YAML.
  writeFileSync(join(folder, "wsa-annotate.winget.yaml"), `${JSON.stringify(winget, null, 2)}\n`);
}
