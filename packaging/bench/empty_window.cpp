// SPDX-License-Identifier: GPL-3.0-or-later
// What the console's window is measured beside: a window of Qt Widgets with nothing in it.
#include <QApplication>
#include <QWidget>

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QWidget window;
    window.resize(400, 300);
    window.show();
    return QApplication::exec();
}
