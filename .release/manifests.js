export function writeManifests() {}
