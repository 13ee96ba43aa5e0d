import { dictionary } from "../shared/words/dictionary";

export const tabletWords = dictionary(
  {
    connectTable: "테이블 연결",
    connect: "연결",
    tableNumber: "테이블 번호",
    pin: "PIN",
    table: (number: number) => `테이블 ${number}`,
  },
  {
    connectTable: "Connect this table",
    connect: "Connect",
    tableNumber: "Table number",
    pin: "PIN",
    table: (number) => `Table ${number}`,
  },
);
