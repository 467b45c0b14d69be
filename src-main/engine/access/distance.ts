import { type Box, placeBoxes } from './place-table.ts';

const earthRadiusKm = 6371;
const toRadians = Math.PI / 180;

/**
 * Smallest distance that can lie between somebody in one country and somebody in another, in kilometres; 0 for neighbours and for
 * the same country. Null where a code is not in the table: nothing may be concluded then.
 */
export function smallestDistanceKm(a: string, b: string): number | null {
  if (a === b) return 0;
  const [here, there] = [placeBoxes.get(a), placeBoxes.get(b)];
  if (here === undefined || there === undefined) return null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const one of here) for (const other of there) smallest = Math.min(smallest, betweenBoxes(one, other));
  return smallest;
}

/** Lower bound of the great-circle distance between two boxes. */
function betweenBoxes([westA, southA, eastA, northA]: Box, [westB, southB, eastB, northB]: Box): number {
  const longitudes = Math.min(
    gap(westA, eastA, westB, eastB),
    gap(westA + 360, eastA + 360, westB, eastB),
    gap(westA - 360, eastA - 360, westB, eastB),
  );
  const latitudes = gap(southA, northA, southB, northB);
  if (longitudes === 0) return latitudes * toRadians * earthRadiusKm;
  // With a given gap of longitude the way is shortest at the latitude closest to a pole that either box reaches, and each box
  // may be entered at any of its latitudes; trying the corners and the latitudes they share covers the shortest way.
  const candidates = [southA, northA, southB, northB];
  let shortest = Number.POSITIVE_INFINITY;
  for (const first of candidates) {
    const inA = Math.min(northA, Math.max(southA, first));
    for (const second of candidates)
      shortest = Math.min(shortest, greatCircle(inA, Math.min(northB, Math.max(southB, second)), longitudes));
  }
  return shortest;
}

/** Degrees between two stretches of a line; 0 where they meet. */
const gap = (fromA: number, toA: number, fromB: number, toB: number): number => Math.max(0, fromB - toA, fromA - toB);

function greatCircle(latitudeA: number, latitudeB: number, longitudes: number): number {
  const [a, b, turn] = [latitudeA * toRadians, latitudeB * toRadians, longitudes * toRadians];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(turn / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}
