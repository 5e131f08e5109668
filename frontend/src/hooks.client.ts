import type { ClientInit } from '@sveltejs/kit';
import { followAddress } from '$lib/i18n/locale.svelte';

export const init: ClientInit = () => followAddress();
