/** What the columns of a travel agency's table can be, as people name it. */
import type { TableField } from '$lib/api/actuals';
import { m } from '$lib/paraglide/messages';

export const fieldWord: Record<TableField, () => string> = {
  date: m.actuals_field_date,
  until: m.actuals_field_until,
  from: m.actuals_field_from,
  to: m.actuals_field_to,
  route: m.actuals_field_route,
  means: m.actuals_field_means,
  class: m.actuals_field_class,
  travellers: m.actuals_field_travellers,
  name: m.actuals_field_name,
  carrier: m.actuals_field_carrier,
  number: m.actuals_field_number,
  return: m.actuals_field_return,
  distance_km: m.actuals_field_distance,
  hotel: m.actuals_field_hotel,
  place: m.actuals_field_place,
  country: m.actuals_field_country,
  nights: m.actuals_field_nights,
  rooms: m.actuals_field_rooms
};
export const tableFields = Object.keys(fieldWord) as TableField[];
