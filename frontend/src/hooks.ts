import type { Reroute } from '@sveltejs/kit';
import { germanPath } from '$lib/i18n/paths';

export const reroute: Reroute = ({ url }) => germanPath(url.pathname);
