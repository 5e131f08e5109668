import { needed } from '$lib/api/page';
import { getCity, listCities } from '$lib/api/queries';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const [city, cities] = await needed(Promise.all([getCity(params.id), listCities()]));
  return { city, cities };
};
