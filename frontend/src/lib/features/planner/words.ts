/** The planner's own words; those of a trip are in $lib/shared/trip/words. */
import { m } from '$lib/paraglide/messages';
import type { PlannedKind } from './board';
import type { Topic } from './drivers';
import { letters } from './url';
import type { Recipe } from './variants';

export const letter = (index: number): string => (letters[index] ?? '').toUpperCase();

export const kindWord: Record<PlannedKind, () => string> = {
  trip: m.planner_kind_trip,
  event: m.planner_kind_event,
  shipment: m.planner_kind_shipment
};
export const topicWord: Record<Topic, () => string> = {
  flight: m.planner_topic_flight,
  ground: m.planner_topic_ground,
  hotel: m.planner_topic_hotel,
  video: m.planner_topic_video,
  meal: m.planner_topic_meal,
  freight: m.planner_topic_freight,
  energy: m.planner_topic_energy,
  goods: m.planner_topic_goods
};
export const recipeWord: Record<Recipe, () => string> = {
  hub: m.planner_recipe_hub,
  fewer: m.planner_recipe_fewer,
  longer: m.planner_recipe_longer,
  hybrid: m.planner_recipe_hybrid,
  online: m.planner_recipe_online,
  own: m.planner_recipe_own
};
