import { visible } from "../../text/visible.ts";
import { count } from "../layout/figures.ts";
import type { EndpointRow } from "../model/code-row.ts";
import type { Incident } from "../model/report.ts";

/** Writes each code of an incident as `10061 WSAECONNREFUSED 1,098 → db-2:5432`. */
export function incidentParts({ codes, endpoints }: Incident): string[] {
  return codes.map(({ code, name, count: n }) => {
    const blamed = weighty(endpoints.filter((row) => row.code === code)).map(({ endpoint }) => visible(endpoint));
    return `${code} ${visible(name)} ${count(n)}${blamed.length === 0 ? "" : ` → ${blamed.join(", ")}`}`;
  });
}

/** Keeps rows with at least a tenth of the first row's count. */
function weighty(rows: readonly EndpointRow[]): EndpointRow[] {
  const most = rows[0]?.count ?? 0;
  return rows.filter((row) => row.count * 10 >= most);
}
