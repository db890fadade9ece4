/** What people are called who are no patients of the writer's: an alternation for a pattern. */
export const KNOWN_PEOPLE =
  'mentor|teacher|tutor|coach|professor|attending|fellow|resident|intern|nurse|technologist|technician|director|coordinator|manager|supervisor|chief|colleague|classmate|friend|roommate|neighbou?r|boss|principal|librarian|uncle|aunt|father|mother|brother|sister|cousin|grand(?:father|mother|pa|ma)|husband|wife|partner|son|daughter';
