/** Great circles on a sphere: enough for drawing. Distances that count come from the calculator. */

export interface Point {
  latitude_deg: number;
  longitude_deg: number;
}

const earthRadiusKm = 6371;
const rad = (deg: number): number => (deg * Math.PI) / 180;
const deg = (radians: number): number => (radians * 180) / Math.PI;

function angle(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(rad(to - from) / 2) ** 2;
  const h =
    half(a.latitude_deg, b.latitude_deg) +
    Math.cos(rad(a.latitude_deg)) *
      Math.cos(rad(b.latitude_deg)) *
      half(a.longitude_deg, b.longitude_deg);
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}

export const greatCircleKm = (a: Point, b: Point): number => earthRadiusKm * angle(a, b);

/** The point at `share` of the way from a to b. */
export function along(a: Point, b: Point, share: number): Point {
  const d = angle(a, b);
  if (d < 1e-9) return a;
  const [f, g] = [Math.sin((1 - share) * d) / Math.sin(d), Math.sin(share * d) / Math.sin(d)];
  const [latA, lonA] = [rad(a.latitude_deg), rad(a.longitude_deg)];
  const [latB, lonB] = [rad(b.latitude_deg), rad(b.longitude_deg)];
  const x = f * Math.cos(latA) * Math.cos(lonA) + g * Math.cos(latB) * Math.cos(lonB);
  const y = f * Math.cos(latA) * Math.sin(lonA) + g * Math.cos(latB) * Math.sin(lonB);
  const z = f * Math.sin(latA) + g * Math.sin(latB);
  return {
    latitude_deg: deg(Math.atan2(z, Math.hypot(x, y))),
    longitude_deg: deg(Math.atan2(y, x))
  };
}

/** Points of a great circle, close enough together that straight lines between them look curved. */
export function arc(a: Point, b: Point): Point[] {
  const steps = Math.max(2, Math.ceil(greatCircleKm(a, b) / 200));
  return Array.from({ length: steps + 1 }, (_, at) => along(a, b, at / steps));
}
