/** What hosted profiles, friends and hosted groups need to be switched on in the console. */
export const PROFILE_HOSTING = 'profile hosting';
