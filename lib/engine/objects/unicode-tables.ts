// Unicode 15.1 properties that JavaScript's own property classes do not name (CPython Tools/unicode/makeunicodedata.py, Objects/unicodetype_db.h).
// Made from the character database by listing; ranges are 'gap length' pairs in hexadecimal, each relative to the end of the one before.

/** Code points of the digit zero of every decimal script; the nine that follow are its 1…9. */
export const DECIMAL_ZEROS: readonly number[] = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0,
  0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0,
  0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0,
  0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
];

/** Digits that are not decimal (superscripts, circled …): str.isdigit. */
export const DIGIT_RANGES =
  'b2 1 6 0 12b0 8 669 0 696 0 4 5 7 9 3d7 8 c 8 c 8 5a 0 b 8 2 0 277 8 2 8 2 8 e2ae 3 41d 8 1ea 8 e0a6 a';

/** Wide characters (East_Asian_Width W): unicodedata.east_asian_width, carets below source lines. */
export const WIDE_RANGES =
  '1100 5f 11bb 1 e 1 bf 3 4 0 3 0 20a 1 16 1 33 b 2c 0 14 0 e 0 9 1 12 1 6 1 9 0 6 0 16 0 8 1 2 0 5 0 3 0 8 0 5 1 1d 0 24 0 2 0 5 2 2 0 3e 2'
  + ' 19 0 f 0 35c 1 34 0 5 0 32b 19 2 58 d d5 1b f 2 3d 3 55 3 66 6 2a 2 5d 2 53 c 2f 2 27 9 1b6f 41 568c 4 36 49a 1c 284 2ba3 215d 1ff 311 9 17'
  + ' 22 2 12 2 3 7175 4 c 1 f 17f7 9 4d5 2b 8 22e8 3 2 6 2 1 2 122 10 0 1e 2 3 0 f 3 9 18b 3d09 0 cb 0 bf 0 3 9 66 2 e 2b 5 8 8 1 f 5 9b 20 d 8'
  + ' 2 45 2 15 d 2a 5 4 d 10 4 0 4 46 2 0 2 ba 3 3e e 3 2 17 13 0 1b 1 e 0 57 54 31 45 7 0 4 2 3 2 5 3 c 1 8 8 e4 b 5 0 11c 2e 2 9 2 b8 71 c 4 8'
  + ' 8 2d 2 6 9 d 5 8 8 8 508 fffd 3 fffd';

/** Characters of ambiguous width (East_Asian_Width A). */
export const AMBIGUOUS_RANGES =
  'a1 0 3 0 3 1 2 0 3 1 2 4 2 4 2 3 7 0 a 0 7 1 6 3 5 0 2 2 2 1 3 0 2 1 4 3 2 0 2 0 3 0 10 0 2 0 8 0 b 1 4 0 6 2 5 0 7 3 2 0 4 3 2 0 5 1 13 1 4'
  + ' 0 63 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 75 0 10 0 63 0 3 0 2 2 2 0 3 0 8 3 2 0 2 0 21 6f 22 10 2 6 8 10 2 6 38 0 f 3f 2 0 1bbf 0 3 3 2 1 3 1 3 2'
  + ' 2 3 9 0 2 1 2 0 6 0 3 0 36 0 b 0 2 3 28 0 57 0 2 0 4 0 a 0 3 0 b 1 4 0 5 0 28 1 7 3 2 b 5 9 10 0 7 9 1f 1 19 0 2 0 13 0 19 0 2 1 4 1 3 0 4'
  + ' 0 2 0 4 0 5 0 3 3 3 0 2 0 2 5 2 0 6 3 5 1 b 0 4 0 6 0 e 1 3 3 3 1 3 1 13 1 3 1 e 0 4 0 c 0 1a 0 53 0 14e 89 2 60 5 23 d f 3 3 b 1 2 6 9 1 3'
  + ' 1 5 1 3 1 5 2 3 0 3 3 11 3 a 0 16 1 3 0 5 1 d 0 2 0 22 0 2 0 1e 1 2 2 2 3 2 1 2 0 2f 1 20 0 7 7 2 4 2 c 2 0 5 1 2 6 3 0 2 3 2 1 2 1 3e 0 39'
  + ' 9 3d7 3 6ef 7 adb1 18ff 501 f 1ee 0 f103 a 6 1d 3 39 7 1d 2 1 b 11 c0f54 ef fe11 fffd 3 fffd';

/** Numeric characters that are not digits (fractions, Roman numerals, ideographs): str.isnumeric. */
export const NUMERIC_RANGES =
  'bc 2 936 5 179 5 79 2 86 6 da 6 12 8 1b2 9 43f a 372 2 100 9 957 32 3 4 2e0 a a a a a 50 9 a 0 281 0 a 0 a 0 56a 0 30a 0 1a 8 f 2 158 3 8b 9'
  + ' 1f 7 2 e 21 9 28 e 146 0 7e 0 3a7 0 323 0 12b3 0 3 0 4 0 2 0 1b 0 39 0 2f 0 8 0 2 0 16 0 13 1 1f 0 9 0 25 0 63 0 79 0 1d 0 fe 0 42 0 23 0 2'
  + ' 0 2 0 1d4 0 2 2 7 0 75 3 317 0 216 0 8 0 581 0 84 1 d 2 2 0 3c0 0 2e 0 4e 0 486 0 54c 0 1e8 0 490 0 2e8 0 17 0 358 0 699 0 3a6 0 882 0 5 0'
  + ' 7d 0 4de 0 29b 0 178 0 25 0 6 0 2c 0 7e 0 ff0 9 141 5 5136 0 8 0 5 0 3a 0 1f 0 2 0 2a 0 70a 2c d 38 12 1 156 1a 25 3 1e 0 9 0 87 4 483 7 1a'
  + ' 6 28 8 4c 4 17 5 a1 1 3 f 3 2d 45 4 35 1 1f 2 4c 4 69 7 19 7 2a 6 14b 5 16a 15 9f 9 2b 3 71 6 90 a 17c 13 546 1 1af 8 368 12 354 14 42c 6e'
  + ' 46ed 6 31f 16 642a 13 d 13 6d 18 154f 8 3a2 3a 2 2 2 3 4d 2c 2 e 3ce 1 ef5 0 63 0 7e 0 3f 0 809 0 59 0 9 0 10 0 14e 0 13 0 1c 0 1877 0 608 0'
  + ' 1183 0 2752 0 9623 0';

/** Characters whose title case differs from their upper case: `code:title;`. */
export const TITLE_MAP =
  'df:Ss;1c4:\u{1c5};1c5:\u{1c5};1c6:\u{1c5};1c7:\u{1c8};1c8:\u{1c8};1c9:\u{1c8};1ca:\u{1cb};1cb:\u{1cb};1cc:\u{1cb};1f1:\u{1f2};1f2:\u{1f2};'
  + '1f3:\u{1f2};587:\u{535}\u{582};10d0:\u{10d0};10d1:\u{10d1};10d2:\u{10d2};10d3:\u{10d3};10d4:\u{10d4};10d5:\u{10d5};10d6:\u{10d6};'
  + '10d7:\u{10d7};10d8:\u{10d8};10d9:\u{10d9};10da:\u{10da};10db:\u{10db};10dc:\u{10dc};10dd:\u{10dd};10de:\u{10de};10df:\u{10df};10e0:\u{10e0};'
  + '10e1:\u{10e1};10e2:\u{10e2};10e3:\u{10e3};10e4:\u{10e4};10e5:\u{10e5};10e6:\u{10e6};10e7:\u{10e7};10e8:\u{10e8};10e9:\u{10e9};10ea:\u{10ea};'
  + '10eb:\u{10eb};10ec:\u{10ec};10ed:\u{10ed};10ee:\u{10ee};10ef:\u{10ef};10f0:\u{10f0};10f1:\u{10f1};10f2:\u{10f2};10f3:\u{10f3};10f4:\u{10f4};'
  + '10f5:\u{10f5};10f6:\u{10f6};10f7:\u{10f7};10f8:\u{10f8};10f9:\u{10f9};10fa:\u{10fa};10fd:\u{10fd};10fe:\u{10fe};10ff:\u{10ff};1f80:\u{1f88};'
  + '1f81:\u{1f89};1f82:\u{1f8a};1f83:\u{1f8b};1f84:\u{1f8c};1f85:\u{1f8d};1f86:\u{1f8e};1f87:\u{1f8f};1f88:\u{1f88};1f89:\u{1f89};1f8a:\u{1f8a};'
  + '1f8b:\u{1f8b};1f8c:\u{1f8c};1f8d:\u{1f8d};1f8e:\u{1f8e};1f8f:\u{1f8f};1f90:\u{1f98};1f91:\u{1f99};1f92:\u{1f9a};1f93:\u{1f9b};1f94:\u{1f9c};'
  + '1f95:\u{1f9d};1f96:\u{1f9e};1f97:\u{1f9f};1f98:\u{1f98};1f99:\u{1f99};1f9a:\u{1f9a};1f9b:\u{1f9b};1f9c:\u{1f9c};1f9d:\u{1f9d};1f9e:\u{1f9e};'
  + '1f9f:\u{1f9f};1fa0:\u{1fa8};1fa1:\u{1fa9};1fa2:\u{1faa};1fa3:\u{1fab};1fa4:\u{1fac};1fa5:\u{1fad};1fa6:\u{1fae};1fa7:\u{1faf};1fa8:\u{1fa8};'
  + '1fa9:\u{1fa9};1faa:\u{1faa};1fab:\u{1fab};1fac:\u{1fac};1fad:\u{1fad};1fae:\u{1fae};1faf:\u{1faf};1fb2:\u{1fba}\u{345};1fb3:\u{1fbc};'
  + '1fb4:\u{386}\u{345};1fb7:\u{391}\u{342}\u{345};1fbc:\u{1fbc};1fc2:\u{1fca}\u{345};1fc3:\u{1fcc};1fc4:\u{389}\u{345};'
  + '1fc7:\u{397}\u{342}\u{345};1fcc:\u{1fcc};1ff2:\u{1ffa}\u{345};1ff3:\u{1ffc};1ff4:\u{38f}\u{345};1ff7:\u{3a9}\u{342}\u{345};1ffc:\u{1ffc};'
  + 'fb00:Ff;fb01:Fi;fb02:Fl;fb03:Ffi;fb04:Ffl;fb05:St;fb06:St;fb13:\u{544}\u{576};fb14:\u{544}\u{565};fb15:\u{544}\u{56b};fb16:\u{54e}\u{576};'
  + 'fb17:\u{544}\u{56d};';

/** Characters whose case folding differs from their lower case: `code:fold;`. */
export const FOLD_MAP =
  'b5:\u{3bc};df:ss;149:\u{2bc}n;17f:s;1f0:j\u{30c};345:\u{3b9};390:\u{3b9}\u{308}\u{301};3b0:\u{3c5}\u{308}\u{301};3c2:\u{3c3};3d0:\u{3b2};'
  + '3d1:\u{3b8};3d5:\u{3c6};3d6:\u{3c0};3f0:\u{3ba};3f1:\u{3c1};3f5:\u{3b5};587:\u{565}\u{582};13a0:\u{13a0};13a1:\u{13a1};13a2:\u{13a2};'
  + '13a3:\u{13a3};13a4:\u{13a4};13a5:\u{13a5};13a6:\u{13a6};13a7:\u{13a7};13a8:\u{13a8};13a9:\u{13a9};13aa:\u{13aa};13ab:\u{13ab};13ac:\u{13ac};'
  + '13ad:\u{13ad};13ae:\u{13ae};13af:\u{13af};13b0:\u{13b0};13b1:\u{13b1};13b2:\u{13b2};13b3:\u{13b3};13b4:\u{13b4};13b5:\u{13b5};13b6:\u{13b6};'
  + '13b7:\u{13b7};13b8:\u{13b8};13b9:\u{13b9};13ba:\u{13ba};13bb:\u{13bb};13bc:\u{13bc};13bd:\u{13bd};13be:\u{13be};13bf:\u{13bf};13c0:\u{13c0};'
  + '13c1:\u{13c1};13c2:\u{13c2};13c3:\u{13c3};13c4:\u{13c4};13c5:\u{13c5};13c6:\u{13c6};13c7:\u{13c7};13c8:\u{13c8};13c9:\u{13c9};13ca:\u{13ca};'
  + '13cb:\u{13cb};13cc:\u{13cc};13cd:\u{13cd};13ce:\u{13ce};13cf:\u{13cf};13d0:\u{13d0};13d1:\u{13d1};13d2:\u{13d2};13d3:\u{13d3};13d4:\u{13d4};'
  + '13d5:\u{13d5};13d6:\u{13d6};13d7:\u{13d7};13d8:\u{13d8};13d9:\u{13d9};13da:\u{13da};13db:\u{13db};13dc:\u{13dc};13dd:\u{13dd};13de:\u{13de};'
  + '13df:\u{13df};13e0:\u{13e0};13e1:\u{13e1};13e2:\u{13e2};13e3:\u{13e3};13e4:\u{13e4};13e5:\u{13e5};13e6:\u{13e6};13e7:\u{13e7};13e8:\u{13e8};'
  + '13e9:\u{13e9};13ea:\u{13ea};13eb:\u{13eb};13ec:\u{13ec};13ed:\u{13ed};13ee:\u{13ee};13ef:\u{13ef};13f0:\u{13f0};13f1:\u{13f1};13f2:\u{13f2};'
  + '13f3:\u{13f3};13f4:\u{13f4};13f5:\u{13f5};13f8:\u{13f0};13f9:\u{13f1};13fa:\u{13f2};13fb:\u{13f3};13fc:\u{13f4};13fd:\u{13f5};1c80:\u{432};'
  + '1c81:\u{434};1c82:\u{43e};1c83:\u{441};1c84:\u{442};1c85:\u{442};1c86:\u{44a};1c87:\u{463};1c88:\u{a64b};1e96:h\u{331};1e97:t\u{308};'
  + '1e98:w\u{30a};1e99:y\u{30a};1e9a:a\u{2be};1e9b:\u{1e61};1e9e:ss;1f50:\u{3c5}\u{313};1f52:\u{3c5}\u{313}\u{300};1f54:\u{3c5}\u{313}\u{301};'
  + '1f56:\u{3c5}\u{313}\u{342};1f80:\u{1f00}\u{3b9};1f81:\u{1f01}\u{3b9};1f82:\u{1f02}\u{3b9};1f83:\u{1f03}\u{3b9};1f84:\u{1f04}\u{3b9};'
  + '1f85:\u{1f05}\u{3b9};1f86:\u{1f06}\u{3b9};1f87:\u{1f07}\u{3b9};1f88:\u{1f00}\u{3b9};1f89:\u{1f01}\u{3b9};1f8a:\u{1f02}\u{3b9};'
  + '1f8b:\u{1f03}\u{3b9};1f8c:\u{1f04}\u{3b9};1f8d:\u{1f05}\u{3b9};1f8e:\u{1f06}\u{3b9};1f8f:\u{1f07}\u{3b9};1f90:\u{1f20}\u{3b9};'
  + '1f91:\u{1f21}\u{3b9};1f92:\u{1f22}\u{3b9};1f93:\u{1f23}\u{3b9};1f94:\u{1f24}\u{3b9};1f95:\u{1f25}\u{3b9};1f96:\u{1f26}\u{3b9};'
  + '1f97:\u{1f27}\u{3b9};1f98:\u{1f20}\u{3b9};1f99:\u{1f21}\u{3b9};1f9a:\u{1f22}\u{3b9};1f9b:\u{1f23}\u{3b9};1f9c:\u{1f24}\u{3b9};'
  + '1f9d:\u{1f25}\u{3b9};1f9e:\u{1f26}\u{3b9};1f9f:\u{1f27}\u{3b9};1fa0:\u{1f60}\u{3b9};1fa1:\u{1f61}\u{3b9};1fa2:\u{1f62}\u{3b9};'
  + '1fa3:\u{1f63}\u{3b9};1fa4:\u{1f64}\u{3b9};1fa5:\u{1f65}\u{3b9};1fa6:\u{1f66}\u{3b9};1fa7:\u{1f67}\u{3b9};1fa8:\u{1f60}\u{3b9};'
  + '1fa9:\u{1f61}\u{3b9};1faa:\u{1f62}\u{3b9};1fab:\u{1f63}\u{3b9};1fac:\u{1f64}\u{3b9};1fad:\u{1f65}\u{3b9};1fae:\u{1f66}\u{3b9};'
  + '1faf:\u{1f67}\u{3b9};1fb2:\u{1f70}\u{3b9};1fb3:\u{3b1}\u{3b9};1fb4:\u{3ac}\u{3b9};1fb6:\u{3b1}\u{342};1fb7:\u{3b1}\u{342}\u{3b9};'
  + '1fbc:\u{3b1}\u{3b9};1fbe:\u{3b9};1fc2:\u{1f74}\u{3b9};1fc3:\u{3b7}\u{3b9};1fc4:\u{3ae}\u{3b9};1fc6:\u{3b7}\u{342};'
  + '1fc7:\u{3b7}\u{342}\u{3b9};1fcc:\u{3b7}\u{3b9};1fd2:\u{3b9}\u{308}\u{300};1fd3:\u{3b9}\u{308}\u{301};1fd6:\u{3b9}\u{342};'
  + '1fd7:\u{3b9}\u{308}\u{342};1fe2:\u{3c5}\u{308}\u{300};1fe3:\u{3c5}\u{308}\u{301};1fe4:\u{3c1}\u{313};1fe6:\u{3c5}\u{342};'
  + '1fe7:\u{3c5}\u{308}\u{342};1ff2:\u{1f7c}\u{3b9};1ff3:\u{3c9}\u{3b9};1ff4:\u{3ce}\u{3b9};1ff6:\u{3c9}\u{342};1ff7:\u{3c9}\u{342}\u{3b9};'
  + '1ffc:\u{3c9}\u{3b9};ab70:\u{13a0};ab71:\u{13a1};ab72:\u{13a2};ab73:\u{13a3};ab74:\u{13a4};ab75:\u{13a5};ab76:\u{13a6};ab77:\u{13a7};'
  + 'ab78:\u{13a8};ab79:\u{13a9};ab7a:\u{13aa};ab7b:\u{13ab};ab7c:\u{13ac};ab7d:\u{13ad};ab7e:\u{13ae};ab7f:\u{13af};ab80:\u{13b0};ab81:\u{13b1};'
  + 'ab82:\u{13b2};ab83:\u{13b3};ab84:\u{13b4};ab85:\u{13b5};ab86:\u{13b6};ab87:\u{13b7};ab88:\u{13b8};ab89:\u{13b9};ab8a:\u{13ba};ab8b:\u{13bb};'
  + 'ab8c:\u{13bc};ab8d:\u{13bd};ab8e:\u{13be};ab8f:\u{13bf};ab90:\u{13c0};ab91:\u{13c1};ab92:\u{13c2};ab93:\u{13c3};ab94:\u{13c4};ab95:\u{13c5};'
  + 'ab96:\u{13c6};ab97:\u{13c7};ab98:\u{13c8};ab99:\u{13c9};ab9a:\u{13ca};ab9b:\u{13cb};ab9c:\u{13cc};ab9d:\u{13cd};ab9e:\u{13ce};ab9f:\u{13cf};'
  + 'aba0:\u{13d0};aba1:\u{13d1};aba2:\u{13d2};aba3:\u{13d3};aba4:\u{13d4};aba5:\u{13d5};aba6:\u{13d6};aba7:\u{13d7};aba8:\u{13d8};aba9:\u{13d9};'
  + 'abaa:\u{13da};abab:\u{13db};abac:\u{13dc};abad:\u{13dd};abae:\u{13de};abaf:\u{13df};abb0:\u{13e0};abb1:\u{13e1};abb2:\u{13e2};abb3:\u{13e3};'
  + 'abb4:\u{13e4};abb5:\u{13e5};abb6:\u{13e6};abb7:\u{13e7};abb8:\u{13e8};abb9:\u{13e9};abba:\u{13ea};abbb:\u{13eb};abbc:\u{13ec};abbd:\u{13ed};'
  + 'abbe:\u{13ee};abbf:\u{13ef};fb00:ff;fb01:fi;fb02:fl;fb03:ffi;fb04:ffl;fb05:st;fb06:st;fb13:\u{574}\u{576};fb14:\u{574}\u{565};'
  + 'fb15:\u{574}\u{56b};fb16:\u{57e}\u{576};fb17:\u{574}\u{56d};';
