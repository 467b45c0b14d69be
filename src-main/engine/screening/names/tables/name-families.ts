/**
 * One name a line, every way it is written: languages, romanisations, original scripts, short and pet forms. Two words of one line
 * count as one name. A word stands in one line only, unless `sharedSpellings` below says otherwise.
 */
export const nameFamilies = `
muhammad mohammad mohammed mohamed muhammed mohamad muhamad mohamud mahomed mohd mohamet mouhamed mohummad mukhammad magomed magomet محمد محمّد
ahmad ahmed ahmet akhmad akhmed achmad akhmet احمد أحمد
mahmud mahmoud mahmood mehmud makhmud makhmoud محمود
aleksandr alexander aleksander alexandre alessandro alejandro alexandr alexandros oleksandr aliaksandr aleksandar alyaksandr iskandar eskandar iskander александр олександр аляксандр александар
wang wong ong vong heng 王
william bill billy will willy wilhelm guillermo guillaume guglielmo willem liam vilhelm
yusuf youssef yousef yusef yousif youssouf yousuf yusif joseph josef jose giuseppe josip jozef iosif yosef yussuf yousaf يوسف иосиф
`;
