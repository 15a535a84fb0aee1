#include "export/sha256.h"

#include <QTest>

using namespace Qt::Literals;

class TestSha256 : public QObject
{
    Q_OBJECT

private slots:
    void itIsWhatQtSays_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 3, 63, 64, 65, 200})
            QTest::addRow("in pieces of %d", piece) << piece;
    }
    void itIsWhatQtSays()
    {
        QFETCH(const int, piece);
        for (qsizetype size = 0; size < 300; ++size) {
            QByteArray bytes;
            for (qsizetype i = 0; i < size; ++i)
                bytes += char(i * 7 + size);
            Sha256 hash;
            for (qsizetype at = 0; at < size; at += piece)
                hash.add(bytes.mid(at, piece).toStdString());
            QCOMPARE(hash.hex(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        }
    }

    void itCanBeAskedInBetween()
    {
        Sha256 hash;
        hash.add("ab");
        QCOMPARE(hash.hex(), "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603");
        hash.add("c");
        QCOMPARE(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
