import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/catalogue/index.ts";
import { colourOf, greyOfOthers, palette, patternOf } from "../../../src/report/charts/code-colour.ts";
import { patternCount } from "../../../src/report/charts/patterns.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Simulations of full deficiencies on linear RGB: Machado, Oliveira and Fernandes, 2009. */
const visions: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (matrix: Matrix, colour: Triple): Triple => [
  dot(matrix[0], colour),
  dot(matrix[1], colour),
  dot(matrix[2], colour),
];

/** OKLab, in which distances are as people see them. */
function perceived(rgb: Triple): Triple {
  const clipped = rgb.map((part) => Math.min(Math.max(part, 0), 1)) as unknown as Triple;
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    clipped,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Two hundredths are a difference that people just see. */
const LEAST_DISTANCE = 0.09;

describe.each([
  ["light", 0, "#fdfdfc"],
  ["dark", 1, "#131619"],
] as const)("on a %s page", (_, shade, page) => {
  const colours = [...palette, greyOfOthers].map((pair) => pair[shade]);

  test.each(Object.keys(visions))("all colours of a chart differ with %s vision", (name) => {
    const seen = colours.map((hex) => perceived(times(visions[name] as Matrix, linear(hex))));
    for (const [i, one] of seen.entries())
      for (const other of seen.slice(i + 1)) expect(distance(one, other)).toBeGreaterThan(LEAST_DISTANCE);
  });

  test("all of them are seen on the page", () => {
    const brightness = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex)) + 0.05;
    for (const hex of colours) {
      const ratio = brightness(hex) / brightness(page);
      expect(Math.max(ratio, 1 / ratio)).toBeGreaterThanOrEqual(3);
    }
  });
});

test("each code has a colour and pattern of its own, the most frequent ones a plain colour", () => {
  const looks = catalogue.entries.map(({ code }) => `${colourOf(code)} ${patternOf(code)}`);
  expect(new Set(looks).size).toBe(catalogue.entries.length);
  expect(Math.max(...catalogue.entries.map(({ code }) => patternOf(code)))).toBeLessThanOrEqual(patternCount);
  const frequent = [10061, 10060, 10054, 10053, 11001, 10048, 10013, 10055];
  expect(frequent.map(patternOf)).toEqual(frequent.map(() => 0));
});

test("a colour has the same hue on a light and a dark page", () => {
  const hue = (hex: string): number => {
    const [, a, b] = perceived(linear(hex));
    return (Math.atan2(b, a) * 180) / Math.PI;
  };
  for (const [light, dark] of palette) {
    const turned = Math.abs(hue(light) - hue(dark));
    expect(Math.min(turned, 360 - turned)).toBeLessThan(30);
  }
});
