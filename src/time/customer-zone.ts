/**
 * The name under which the zone of a customer stands until a ticket says which it is. No zone is called so: the name of
 * one is `UTC`, an offset, or has a stroke.
 */
export const CUSTOMER_ZONE = 'customer';
