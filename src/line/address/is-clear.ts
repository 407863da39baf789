import type { Operation } from "../../catalogue/entry.ts";
import { toBytes } from "../../text/byte-string.ts";
import type { Address } from "./address.ts";
import { isDistinct, isTypeName, isV6 } from "./host.ts";

// A single word with one of these ports is a machine: no line of a program has such a number.
const portsOfServers = new Set([
  1433, 1521, 1883, 2181, 2379, 3268, 3306, 3389, 4222, 5000, 5022, 5044, 5222, 5432, 5433, 5601, 5671, 5672, 5984,
  5985, 6379, 6432, 6443, 7474, 7687, 8000, 8080, 8081, 8086, 8088, 8090, 8123, 8200, 8443, 8500, 8529, 8530, 8883,
  8888, 9000, 9042, 9090, 9092, 9093, 9200, 9300, 9418, 10_050, 10_051, 11_211, 15_672, 26_379, 27_017, 28_015, 50_000,
  61_613, 61_616,
]);
const readMore =
  /(?:\b(?:see|docs?|documentation|visit|help|helplink|helpurl|more|info|refer to|link|at|xmlns\S{0,20}|schema|href)[\s"'=:(<]{0,4})$/i;
const documentation =
  /^(?:docs?|learn|support|help|wiki|msdn|technet|schemas|www\.w3|go\.microsoft|aka|github|stackoverflow)\b/i;
// Endings of domains that no call in a program has.
const domain =
  /\.(?:com|org|edu|gov|mil|info|biz|dev|app|cloud|local|lan|internal|intra|intranet|corp|example|invalid|localdomain|home|arpa|de|ru|uk|fr|es|it|pl|nl|cz|se|fi|eu|us|jp|kr|tw|hk|br|tr|ua|ch|dk|hu|ca|cn)$/i;
const packages = /^(?:com|org|net|io|java|javax|sun|jdk)\./i;
const sentenceBefore = new RegExp(`(?:[.!]|${toBytes("。")})\\s?\\($`);
const reach = 24;
const placeInProgram = /\b(?:module|file|func|function|line|class|package|logger|caller|source)[\s"'=:]{1,4}$/i;

/** Whether an address that no word explains is one without doubt, so that it may be blamed where it is the only one. */
export function isClear(
  { shape, host, port, start, end }: Address,
  text: string,
  operation: Operation | null,
): boolean {
  if (shape === "marked") return !isTypeName(host);
  if (shape === "url") return isLinkOfService(text, start, end, host);
  if (isTypeName(host)) return false;
  if (shape === "bare") return operation === "resolve" && port === null && domain.test(host) && !packages.test(host);
  if (shape !== "pair" || port === null) return false;
  if (placeInProgram.test(text.slice(Math.max(0, start - reach), start))) return false;
  if (isDistinct(host) || isBehindSentence(text, start, end)) return true;
  return portsOfServers.has(port) && /[a-z]/i.test(host) && !isOfProgram(text, start, end);
}

/** .NET writes whom a request went to behind the system's sentence: "... refused it. (db-2:5432)". */
function isBehindSentence(text: string, start: number, end: number): boolean {
  return text[end] === ")" && sentenceBefore.test(text.slice(Math.max(0, start - 5), start));
}

/** A link to a page explains something; one with a port, or of a service that has no pages, is what failed. */
function isLinkOfService(text: string, start: number, end: number, host: string): boolean {
  if (documentation.test(host) || readMore.test(text.slice(Math.max(0, start - reach), start))) return false;
  return (
    /:\d{1,5}$/.test(text.slice(start, end)) || !/^(?:https?|ftp|file|urn|chrome|data):/i.test(text.slice(start, end))
  );
}

/** Whether a word and a number are a key, a thread or a step: nothing with a dash or a digit in its name. */
function isOfProgram(text: string, start: number, end: number): boolean {
  const host = text.slice(start, text.lastIndexOf(":", end - 1));
  return (
    !/[\d-]/.test(host) || isV6(host) || /^(?:thread|worker|task|job|pool|step|try|retry|line|row|item)\b/i.test(host)
  );
}
